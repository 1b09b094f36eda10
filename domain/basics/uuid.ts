const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text can be a key of ours. What cannot is not looked for: the database refuses to be asked, and an address nobody has would be a crash. */
export const isUuid = (text: string): boolean => UUID.test(text);
