/** A day as it stands after "ar", "tan" and "hyd": "Dydd Sul 18 Hydref" becomes "ddydd Sul 18 Hydref". A date without its weekday stays. */
export const softDay = (day: string): string => day.replace(/^Dydd\b/, "ddydd");

/** A day inside a sentence where nothing mutates it, as after "erbyn": "dydd Sul 18 Hydref". */
export const smallDay = (day: string): string => day.replace(/^Dydd\b/, "dydd");
