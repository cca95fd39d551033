/*
Methods of control of HTCDS as means of CTDC 2024. The two lists name the same things a little differently; who threatens a person's
children or family threatens, and that is told in one column with all threats. `Other` is told nowhere.
*/
import type { CtdcColumn } from './columns.ts'
import { olderMeans } from './older-means.ts'

const OTHERWISE_NAMED: { readonly [method: string]: CtdcColumn | undefined } = {
  ...({ PhysicalThreats: 'meansThreats', ThreatsLawEnforcement: 'meansThreats', ThreatensChildrenFamily: 'meansThreats' } as const),
  PsychoactiveSubstance: 'meansDrugsAlcohol',
}
const SAME_NAME = new Map<string, CtdcColumn>(
  Object.entries(olderMeans).map(([name, column]) => [name.replace('meansOfControl', ''), column]),
)

export const meansOf = (methods: readonly string[]): readonly CtdcColumn[] => [
  ...new Set(methods.flatMap((method) => OTHERWISE_NAMED[method] ?? SAME_NAME.get(method) ?? [])),
]
