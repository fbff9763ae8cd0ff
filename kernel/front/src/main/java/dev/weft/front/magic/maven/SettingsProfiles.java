package dev.weft.front.magic.maven;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationFile;
import org.apache.maven.model.ActivationOS;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.building.ModelProblemCollectorRequest;
import org.apache.maven.model.path.DefaultPathTranslator;
import org.apache.maven.model.path.ProfileActivationFilePathInterpolator;
import org.apache.maven.model.profile.DefaultProfileActivationContext;
import org.apache.maven.model.profile.DefaultProfileSelector;
import org.apache.maven.model.profile.activation.FileProfileActivator;
import org.apache.maven.model.profile.activation.JdkVersionProfileActivator;
import org.apache.maven.model.profile.activation.OperatingSystemProfileActivator;
import org.apache.maven.model.profile.activation.PropertyProfileActivator;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Which profiles of the settings are active, by Maven's own rules. */
final class SettingsProfiles {

  private SettingsProfiles() {}

  static List<Profile> active(Settings settings) {
    DefaultProfileActivationContext context = new DefaultProfileActivationContext();
    context.setActiveProfileIds(settings.getActiveProfiles());
    Properties properties = new Properties();
    properties.putAll(System.getProperties());
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    context.setSystemProperties(properties);
    Set<String> active =
        selector()
            .getActiveProfiles(
                settings.getProfiles().stream().map(SettingsProfiles::model).toList(),
                context,
                SettingsProfiles::ignore)
            .stream()
            .map(org.apache.maven.model.Profile::getId)
            .collect(Collectors.toSet());
    return settings.getProfiles().stream().filter(each -> active.contains(each.getId())).toList();
  }

  private static DefaultProfileSelector selector() {
    ProfileActivationFilePathInterpolator interpolator =
        new ProfileActivationFilePathInterpolator().setPathTranslator(new DefaultPathTranslator());
    return new DefaultProfileSelector()
        .addProfileActivator(new JdkVersionProfileActivator())
        .addProfileActivator(new OperatingSystemProfileActivator())
        .addProfileActivator(new PropertyProfileActivator())
        .addProfileActivator(
            new FileProfileActivator().setProfileActivationFilePathInterpolator(interpolator));
  }

  /** A profile whose condition is not right is not active, as in Maven. */
  private static void ignore(ModelProblemCollectorRequest problem) {}

  private static org.apache.maven.model.Profile model(Profile profile) {
    org.apache.maven.model.Profile model = new org.apache.maven.model.Profile();
    model.setId(profile.getId());
    if (profile.getActivation() != null) {
      model.setActivation(model(profile.getActivation()));
    }
    return model;
  }

  private static Activation model(org.apache.maven.settings.Activation activation) {
    Activation model = new Activation();
    model.setActiveByDefault(activation.isActiveByDefault());
    model.setJdk(activation.getJdk());
    model.setOs(system(activation.getOs()));
    model.setFile(file(activation.getFile()));
    if (activation.getProperty() != null) {
      ActivationProperty property = new ActivationProperty();
      property.setName(activation.getProperty().getName());
      property.setValue(activation.getProperty().getValue());
      model.setProperty(property);
    }
    return model;
  }

  private static @Nullable ActivationOS system(
      org.apache.maven.settings.@Nullable ActivationOS system) {
    if (system == null) {
      return null;
    }
    ActivationOS model = new ActivationOS();
    model.setName(system.getName());
    model.setFamily(system.getFamily());
    model.setArch(system.getArch());
    model.setVersion(system.getVersion());
    return model;
  }

  private static @Nullable ActivationFile file(
      org.apache.maven.settings.@Nullable ActivationFile file) {
    if (file == null) {
      return null;
    }
    ActivationFile model = new ActivationFile();
    model.setExists(file.getExists());
    model.setMissing(file.getMissing());
    return model;
  }
}
