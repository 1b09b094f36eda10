/** PostgreSQL channel on which every web process hears that kept pages are out of date. */
export const RENEWAL_CHANNEL = "folkmoot_renewal";
