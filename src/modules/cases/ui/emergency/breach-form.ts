/* What is typed of a breach, as the server takes it: codes one a line, and a moment by the clock of this device. */
export const codesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\s,;]+/)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]

export function instantOf(local: string): string | null {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? new Date(`${local}:00`) : null
  return moment === null || Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
export function localNow(now = Date.now()): string {
  const minutesEast = -new Date(now).getTimezoneOffset()
  return new Date(now + minutesEast * 60_000).toISOString().slice(0, 16)
}
