/*
Who protects persons, as data. All of it our own proposal (D) after the matrix of who may see what and its separation of duties: who runs the
machine opens nothing, who watches works on no file, who keeps a share asks for no key, who recognises a person accompanies none.
It refuses to know a person's place in a file: a capability opens a door, the team of a file decides who gets in.
*/
import { type Grant, grant } from './role-grants.ts'
import type { Capability } from './capabilities.ts'

const MATRIX = 'proposal of this project, default matrix of access to files of protection; ask the programme'
const given = (...may: readonly Capability[]): readonly Grant[] => [grant('D', MATRIX, ...may)]
const LOOK_UP = ['cases.directory-read', 'cases.shelters-read'] as const

export const PROTECTION_ROLES = {
  /** Accompanies persons. */
  CASE_WORKER: given('cases.signal', 'cases.work', 'cases.directory', ...LOOK_UP, 'cases.hold-key'),
  /** Reads the files of the own organisation's teams, approves and assigns. */
  CASE_SUPERVISOR: given('cases.supervise', 'cases.directory', ...LOOK_UP, 'cases.hold-key', 'cases.lock-down'),
  /** Health, legal aid, training: gets what a referral carries and nothing else. */
  SERVICE_PROVIDER: given('cases.receive', 'cases.directory', 'cases.directory-read', 'cases.hold-key'),
  SHELTER_MANAGER: given('cases.receive', 'cases.shelter', 'cases.directory', ...LOOK_UP, 'cases.hold-key'),
  /** Lawyer, liaison with the prosecution. */
  JUSTICE_LIAISON: given('cases.receive', 'cases.justice', 'cases.directory-read', 'cases.hold-key', 'conflict.name-request'),
  /** A body that a law or a procedure names: an agency against trafficking, police, a prosecution. */
  IDENTIFICATION_BODY: given('cases.receive', 'cases.determine', 'cases.directory-read', 'cases.hold-key'),
  /** Watches over the data and reads no file; therefore holds no key. */
  DATA_PROTECTION_OFFICER: given('cases.protect-data', 'releases.read', 'cases.lock-down'),
  /** Follows results: numbers only. */
  MONITORING_OFFICER: given('cases.statistics', 'releases.read', 'conflict.read'),
  /** Keeps one share of three; two together give a key back. */
  KEY_CUSTODIAN: given('cases.guard-shares', 'cases.hold-key'),
} as const satisfies { readonly [role: string]: readonly Grant[] }

/** Works with files of persons in whatever function, also by watching over them. */
export const isOfProtection = (roles: readonly string[]): boolean => roles.some((role) => Object.hasOwn(PROTECTION_ROLES, role))

const KEY_HOLDERS = [
  ...(['CASE_WORKER', 'CASE_SUPERVISOR', 'SERVICE_PROVIDER', 'SHELTER_MANAGER', 'JUSTICE_LIAISON'] as const),
  ...(['IDENTIFICATION_BODY', 'KEY_CUSTODIAN', 'CONFLICT_ANALYST', 'PEACE_SECRETARIAT'] as const),
]
const apartFrom = (role: string, others: readonly string[]): readonly (readonly [string, string])[] =>
  others.filter((other) => other !== role).map((other) => [role, other])

/**
 * What one account never holds together (D). The administrator opens nothing sealed and is not the one who watches; who watches
 * reads nothing; a custodian never gives a key to herself; who recognises a person is not who asked for it.
 */
export const APART: readonly (readonly [string, string])[] = [
  ...apartFrom('ADMINISTRATOR', [...KEY_HOLDERS, 'DATA_PROTECTION_OFFICER']),
  ...apartFrom('DATA_PROTECTION_OFFICER', KEY_HOLDERS),
  ...apartFrom('KEY_CUSTODIAN', KEY_HOLDERS),
  ...apartFrom('IDENTIFICATION_BODY', ['CASE_WORKER', 'CASE_SUPERVISOR']),
]
