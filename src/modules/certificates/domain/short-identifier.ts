/* An ICGLR identifier spells out a position to eleven metres, and positions are not public. The signed code must carry it whole, because the standard
   demands it; screens for strangers, sheets and copies show country and number only. A national identifier holds no position and stays. */

/** `CD--1.9641+28.1234-00012` becomes `CD-…-00012`. */
export const shortIdentifier = (identifier: string): string =>
  /^[A-Z]{2}-[+-]?\d+(\.\d+)?[+-]\d+(\.\d+)?-/.test(identifier)
    ? `${identifier.slice(0, 2)}-…-${identifier.slice(identifier.lastIndexOf('-') + 1)}`
    : identifier

/** Of a code, which names eight sites at most and counts the others. */
export const codedSites = ({ sites, siteCount }: { readonly sites: readonly string[]; readonly siteCount: number }): string =>
  sites.map(shortIdentifier).join(', ') + (siteCount > sites.length ? ` (+ ${siteCount - sites.length})` : '')

interface PrintedSite {
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
}
/** As it stands on the sheet. */
export const printedSite = ({ name, nationalId, icglrId }: PrintedSite): string =>
  `${name} (${icglrId === null ? nationalId : `${nationalId} · ${shortIdentifier(icglrId)}`})`
