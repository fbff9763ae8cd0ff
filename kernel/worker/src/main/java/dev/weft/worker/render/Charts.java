package dev.weft.worker.render;

import dev.weft.display.DisplayData;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Charts of other libraries, drawn by those libraries themselves. */
final class Charts {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private static final String LETS_PLOT = "org.jetbrains.letsPlot.";

  private Charts() {}

  /** The size is the chart's own. */
  static DisplayData ofXchart(Object chart) throws Exception {
    Class<?> encoder = Reflection.classBeside(chart, "org.knowm.xchart.BitmapEncoder");
    Class<?> formats = Reflection.classBeside(chart, encoder.getName() + "$BitmapFormat");
    Object png = formats.getField("PNG").get(null);
    return DisplayData.png((byte[]) Reflection.callStatic(encoder, "getBitmapBytes", chart, png));
  }

  static DisplayData ofJfreeChart(Object chart) throws Exception {
    return image(Reflection.call(chart, "createBufferedImage", WIDTH, HEIGHT));
  }

  static DisplayData ofSmile(Object figure) throws Exception {
    return image(Reflection.call(figure, "toBufferedImage", WIDTH, HEIGHT));
  }

  static DisplayData ofSmilePlot(Object plot) throws Exception {
    String holder = hasMethod(plot, "figure") ? "figure" : "canvas";
    return ofSmile(Reflection.call(plot, holder));
  }

  private static boolean hasMethod(Object value, String name) {
    for (Method method : value.getClass().getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 0) {
        return true;
      }
    }
    return false;
  }

  private static DisplayData image(Object image) throws Exception {
    return DisplayData.png(ImageRenderer.encode(image, "png"));
  }

  /** As SVG, by the part of the library that needs neither a browser nor AWT. */
  static DisplayData ofLetsPlot(Object figure) throws Exception {
    Class<?> converters = Reflection.classBeside(figure, LETS_PLOT + "intern.ToSpecConvertersKt");
    Object spec = Reflection.callStatic(converters, "toSpec", figure);
    Class<?> export = letsPlotExport(figure);
    for (Method method : export.getMethods()) {
      if (method.getName().equals("buildSvgImageFromRawSpecs")) {
        Object svg = method.invoke(export.getField("INSTANCE").get(null), arguments(method, spec));
        return DisplayData.svg((String) svg);
      }
    }
    throw new NoSuchMethodException(export.getName() + ".buildSvgImageFromRawSpecs");
  }

  /** Its name differs between versions. */
  private static Class<?> letsPlotExport(Object figure) throws ClassNotFoundException {
    try {
      return Reflection.classBeside(figure, LETS_PLOT + "core.util.PlotSvgExportCommon");
    } catch (ClassNotFoundException e) {
      return Reflection.classBeside(figure, LETS_PLOT + "core.util.PlotSvgExport");
    }
  }

  /** What else the method takes differs between versions, and has a default. */
  private static @Nullable Object[] arguments(Method method, @Nullable Object spec)
      throws ReflectiveOperationException {
    Class<?>[] types = method.getParameterTypes();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i] == Map.class) {
        arguments[i] = spec;
      } else if (types[i] == boolean.class) {
        arguments[i] = true;
      } else if (types[i].getSimpleName().equals("RGBEncoder")) {
        String none = types[i].getPackageName() + ".UnsupportedRGBEncoder";
        Class<?> encoder = Class.forName(none, true, types[i].getClassLoader());
        arguments[i] = encoder.getConstructor().newInstance();
      }
    }
    return arguments;
  }
}
