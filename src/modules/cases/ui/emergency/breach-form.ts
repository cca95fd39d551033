/* What is typed of a breach, as the server takes it: codes one a line, and a moment in the zone of Kinshasa (one hour east, no summer time). */
export const codesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]

const ZONE = '+01:00'
export function instantOf(local: string): string | null {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? new Date(`${local}:00${ZONE}`) : null
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
export const localNow = (now = Date.now()): string => new Date(now + 3_600_000).toISOString().slice(0, 16)
