/** Whether everybody reads what an organisation wrote: not before an officer has looked at it, yes, or not until it is changed. */
export const TRANSFER_SIGHTS = ["waiting", "shown", "sent-back"] as const;
export type TransferSight = (typeof TRANSFER_SIGHTS)[number];

/** What an officer who has looked at it does. */
export const LOOK_ACTS = ["shown", "sent-back"] as const satisfies readonly TransferSight[];
export type LookAct = (typeof LOOK_ACTS)[number];
