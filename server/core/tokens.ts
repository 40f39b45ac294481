/** Under these names Nest hands out what is not a class. */
export const DATABASE = Symbol('database');
export const CONFIG = Symbol('config');
