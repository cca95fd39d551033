/* The versions of UNTP that are said here, newest last. A new version is a folder beside `0.6.0` and a line here; records and routes stay. */
import { certificateConformity, siteConformity } from './0.6.0/conformity.ts'
import { events, passport } from './0.6.0/lots.ts'
import { UNTP_VERSION } from './0.6.0/parts.ts'
import { facility, identity } from './0.6.0/register.ts'
import type { UntpMapper } from './records.ts'

const v060: UntpMapper = { untpVersion: UNTP_VERSION, siteConformity, certificateConformity, facility, identity, passport, events }
export const CURRENT_VERSION = v060.untpVersion
const mappers: readonly UntpMapper[] = [v060]
/** `null` for a version that is not said here. */
export const mapperOf = (version: string): UntpMapper | null => mappers.find((one) => one.untpVersion === version) ?? null
