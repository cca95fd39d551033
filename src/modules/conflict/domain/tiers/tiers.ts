/*
Who sees how much of what is known of a conflict (protection.md names four tiers; the cut between them is our own proposal, D). Each tier sees what the one
before sees. It is decided on the server, by capabilities, before an answer is put together; a screen decides nothing.
*/
export const TIERS = ['public', 'committee', 'cleared', 'named'] as const
export type Tier = (typeof TIERS)[number]

/** `null` of capabilities: nobody signed in. Who only proposes sees the public side, and besides what it proposed itself. */
export function tierOf(capabilities: ReadonlySet<string> | null): Tier {
  if (capabilities === null) return 'public'
  if (capabilities.has('conflict.named')) return 'named'
  if (capabilities.has('conflict.read-exact')) return 'cleared'
  return capabilities.has('conflict.read') ? 'committee' : 'public'
}

export const sees = (tier: Tier, needed: Tier): boolean => TIERS.indexOf(tier) >= TIERS.indexOf(needed)
