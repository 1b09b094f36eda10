/** Stands in place of the name of a school for who is taught at home: ticked, never typed, so that it can be said in either language. */
export const TAUGHT_AT_HOME = "taught-at-home";
