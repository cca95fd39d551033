/** Less than a minute is the way over the network. */
const MINUTE_MS = 60_000
export const isReceivedLater = (happened: string, received: string): boolean =>
  Math.abs(Date.parse(received) - Date.parse(happened)) > MINUTE_MS
