/** The whole file cannot be imported: one sentence for the terminal. Single bad rows are faults, not this. */
export class ImportRefused extends Error {}
