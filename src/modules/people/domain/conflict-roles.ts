/*
Who maps conflicts, as data; our own proposal (D) after the matrix of who may see what. Both hold a personal key: secret names are sealed to persons, not to
a server. Who analyses writes and cross-checks; who validates is another person, which the domain sees to.
*/
import { type Grant, HEAR, HEAR_ALL, NEAR, TELL, WATCH, grant } from './role-grants.ts'
import type { Capability } from './capabilities.ts'

const MATRIX = 'proposal of this project, default matrix of access to conflict maps; ask the programme'
const given = (...may: readonly Capability[]): readonly Grant[] => [grant('D', MATRIX, ...may)]
const ROOM = [
  ...TELL,
  ...HEAR,
  ...HEAR_ALL,
  ...NEAR,
  ...WATCH,
  ...(['conflict.propose', 'conflict.map', 'conflict.named', 'conflict.triage', 'conflict.peace'] as const),
] as const

export const CONFLICT_ROLES = {
  /** Keeps the map between workshops: sheets, actors, roads, warnings. */
  CONFLICT_ANALYST: given(...ROOM),
  /** Technical secretariat of the roadmap: convenes workshops, validates, publishes. */
  PEACE_SECRETARIAT: given(...ROOM, 'conflict.validate'),
} as const satisfies { readonly [role: string]: readonly Grant[] }
