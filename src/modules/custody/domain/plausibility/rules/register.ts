/* The register: the 42 rules in their order. A rule is found by its number; there is no second definition of any of them. */
import { f01 } from './f01-duplicate-tag.ts'
import { f02 } from './f02-foreign-tag.ts'
import { f03 } from './f03-tag-out-of-time.ts'
import { f04 } from './f04-ineligible-site.ts'
import { f05 } from './f05-over-capacity.ts'
import { f06 } from './f06-over-labour.ts'
import { f07 } from './f07-purchases-above-production.ts'
import { f08 } from './f08-weight-gain.ts'
import { f09 } from './f09-weight-leak.ts'
import { f10 } from './f10-copied-weights.ts'
import { f11 } from './f11-digit-heaping.ts'
import { f12 } from './f12-slow-tag.ts'
import { f13 } from './f13-time-reversal.ts'
import { f14 } from './f14-burst.ts'
import { f15 } from './f15-impossible-agent.ts'
import { f16 } from './f16-off-site-tagging.ts'
import { f17 } from './f17-inactive-site-tagged.ts'
import { f18 } from './f18-tag-count-break.ts'
import { f19 } from './f19-hoarding.ts'
import { f20 } from './f20-sheet-gap.ts'
import { f21 } from './f21-wrong-mineral.ts'
import { f22 } from './f22-double-spend.ts'
import { f23 } from './f23-combination-excess.ts'
import { f24 } from './f24-macro-balance.ts'
import { f25 } from './f25-displacement.ts'
import { f26 } from './f26-grade-shift.ts'
import { f27 } from './f27-fingerprint.ts'
import { f28 } from './f28-price-anomaly.ts'
import { f29 } from './f29-invalid-party.ts'
import { f30 } from './f30-digger-identity.ts'
import { f31 } from './f31-paper-reuse.ts'
import { f32 } from './f32-route-deviation.ts'
import { f33 } from './f33-certificate-abuse.ts'
import { f34 } from './f34-exporter-balance.ts'
import { f35 } from './f35-silence.ts'
import { f36 } from './f36-new-site-spike.ts'
import { f37 } from './f37-night-tagging.ts'
import { f38 } from './f38-one-to-one-retag.ts'
import { f39 } from './f39-gold-sachet.ts'
import { f40 } from './f40-gold-capacity.ts'
import { f41 } from './f41-late-sheet.ts'
import { f42 } from './f42-status-shopping.ts'
import type { AnyRule } from './rule.ts'

export const register: readonly AnyRule[] = [
  ...[f01, f02, f03, f04, f05, f06, f07, f08, f09, f10],
  ...[f11, f12, f13, f14, f15, f16, f17, f18, f19, f20],
  ...[f21, f22, f23, f24, f25, f26, f27, f28, f29, f30],
  ...[f31, f32, f33, f34, f35, f36, f37, f38, f39, f40],
  ...[f41, f42],
]
const byId: ReadonlyMap<string, AnyRule> = new Map(register.map((rule) => [rule.id, rule]))

export const ruleOf = (id: string): AnyRule | undefined => byId.get(id)
