/* The queues that home shows as numbers, most alarming first. The three windows of expiry have their panel. */
export const figureQueues = [
  'greenWithInterference',
  'greenWithChildLabour',
  'producedWhileSuspended',
  'overdueYellow',
  'redEnded',
  'lapsedGreens',
  'blueClocks',
  'neverInspected',
] as const
/** Shown even when nothing waits in them: that they are empty is news. */
export const alwaysShown: readonly string[] = ['greenWithInterference', 'lapsedGreens']
