import { scanWaiting } from "#platform/files/scan-waiting.ts";

/** Lets the scanner look at documents that people sent with their answers; officers can open those it finds clean. Gives how many were decided. */
export const scanFiles = (command?: string): Promise<number> => scanWaiting("response_files", command);
