package dev.weft.process.ship;

/**
 * What a receiver is to run before all else.
 *
 * @param parcel the code, with the values of the variables that it reads or sets
 * @param own the variables that it sets, which are the receiver's own from then on
 */
public record FirstParcel(Parcel parcel, OwnVariables own) {}
