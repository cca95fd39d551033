/* The lists of sites that wait, most alarming first; names as in the server's answer. */
export const siteKinds = ['greenWithInterference', 'lapsedGreens', 'expiringIn30Days'] as const
export type SiteKind = (typeof siteKinds)[number]
