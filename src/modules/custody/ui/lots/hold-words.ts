/* What holds a lot: findings stand in the record by their rules, a decision by its reason in words. Only a finding is anybody's to have examined. */
export const isFinding = (because: string): boolean => /^([FP]\d\d ?)+$/.test(because)
export const doAbout = (because: string): 'lots.quarantined.do' | 'lots.quarantined.decision' =>
  isFinding(because) ? 'lots.quarantined.do' : 'lots.quarantined.decision'
