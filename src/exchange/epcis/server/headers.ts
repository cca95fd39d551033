/*
The GS1 headers: which versions are spoken, in which form identifiers are asked for, what prefixes mean. What a client asks that we
cannot give is 406, never an answer of another kind.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Incoming, Reply } from '../../../platform/http/route.ts'
import { type EpcFormat, epcFormats } from '../domain/write-document.ts'
import { problem } from './errors.ts'

const SPOKEN = '2.0.0'
/** Events in one document, and bytes of one document (D). */
export const CAPTURE_LIMIT = 2_000
export const CAPTURE_BYTES = 20_000_000

export const versionHeaders = { 'gs1-epcis-version': SPOKEN, 'gs1-cbv-version': SPOKEN } as const
const discovery = {
  ...versionHeaders,
  'gs1-epcis-min': SPOKEN,
  'gs1-epcis-max': SPOKEN,
  'gs1-cbv-min': SPOKEN,
  'gs1-cbv-max': SPOKEN,
} as const

/** 204 with what may be done here. */
export const optionsReply = (methods: readonly string[], isCapture: boolean): Reply => ({
  status: 204,
  body: '',
  headers: {
    allow: [...methods, 'OPTIONS'].join(', '),
    ...discovery,
    ...(isCapture
      ? {
          'gs1-epcis-capture-limit': String(CAPTURE_LIMIT),
          'gs1-epcis-capture-file-size-limit': String(CAPTURE_BYTES),
          'gs1-capture-error-behaviour': 'rollback, proceed',
        }
      : {}),
    'gs1-epc-format': epcFormats.join(', '),
  },
})

/** 406, or null where all that is asked for can be given. */
export function notAcceptable({ headers }: Pick<Incoming, 'headers'>): Reply | null {
  for (const kind of ['epcis', 'cbv']) {
    const asked = (which: string): string | undefined => headers[`gs1-${kind}-${which}`]
    const refuse = (which: string): Reply =>
      problem('NotAcceptableException', { detail: `GS1-${kind.toUpperCase()}-${which}: this server speaks ${SPOKEN}.` })
    const [least, most, exactly] = [numberOf(asked('min')), numberOf(asked('max')), numberOf(asked('version'))]
    if (Number.isNaN(least) || (least !== null && least > 2_000)) return refuse('Min')
    if (Number.isNaN(most) || (most !== null && most < 2_000)) return refuse('Max')
    if (Number.isNaN(exactly) || (exactly !== null && exactly !== 2_000)) return refuse('Version')
  }
  if (headers['gs1-epc-format'] !== undefined && !isFormat(headers['gs1-epc-format']))
    return problem('NotAcceptableException', { detail: `GS1-EPC-Format is one of ${epcFormats.join(', ')}.` })
  const accept = headers['accept'] ?? ''
  return accept === '' || /\*\/\*|application\/(\*|json|ld\+json|problem\+json)/.test(accept)
    ? null
    : problem('NotAcceptableException', { detail: 'Accept: application/json or application/ld+json.' })
}
/** `2.0.1` as 2000 (a patch changes nothing on the wire), `1.2` as 1002; not a number where it cannot be read. */
function numberOf(version: string | undefined): number | null {
  if (version === undefined) return null
  const found = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.\d{1,3})?$/.exec(version.trim())
  return found ? Number(found[1]) * 1000 + Number(found[2] ?? 0) : Number.NaN
}

const isFormat = (text: string): text is EpcFormat => epcFormats.some((one) => one === text)
export const formatAsked = ({ headers }: Pick<Incoming, 'headers'>): EpcFormat => {
  const asked = headers['gs1-epc-format'] ?? ''
  return isFormat(asked) ? asked : 'Always_GS1_Digital_Link'
}

export type Behaviour = 'rollback' | 'proceed'
export function behaviourAsked({ headers }: Pick<Incoming, 'headers'>): Outcome<Behaviour> {
  const asked = headers['gs1-capture-error-behaviour'] ?? 'rollback'
  return asked === 'rollback' || asked === 'proceed' ? accepted(asked) : refused('GS1-Capture-Error-Behaviour is rollback or proceed.')
}

export type Extensions = { readonly [prefix: string]: string }
/** `asm=https://…`, one header each or several in one, parted by commas. */
export function extensionsAsked({ headers }: Pick<Incoming, 'headers'>): Outcome<Extensions> {
  const given = (headers['gs1-extensions'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const pairs: (readonly [string, string])[] = []
  for (const one of given) {
    const found = /^([A-Za-z][A-Za-z0-9_.-]{0,40})=(\S{1,400})$/.exec(one)
    if (!found?.[1] || !found[2] || !URL.canParse(found[2])) return refused(`GS1-Extensions: prefix=https://…, not "${one.slice(0, 100)}"`)
    pairs.push([found[1], found[2]])
  }
  return accepted(Object.fromEntries(pairs))
}
