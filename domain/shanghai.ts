/** China keeps one time zone and no summer time, so a fixed offset is the whole time-zone rule. Alone, so that a page needs no more. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000
