/*
The types of question that a form may have, with what each becomes: the control on the screen, the type of its value, what it fills in by
itself. A type that is not here is refused with its row; the list is that of the forms of the field and of the pairs that prove the converter.
*/
export interface QuestionType {
  readonly control: 'input' | 'select1' | 'select' | 'upload' | 'trigger' | null
  readonly bind: { readonly [name: string]: string }
  readonly mediatype?: string
  /** Given where the form says nothing. */
  readonly hint?: string
}

const input = (type: string): QuestionType => ({ control: 'input', bind: { type } })
const upload = (mediatype: string): QuestionType => ({ control: 'upload', bind: { type: 'binary' }, mediatype })
const property = (name: string): QuestionType => ({
  control: null,
  bind: { 'jr:preload': 'property', type: 'string', 'jr:preloadParams': name },
})
const timestamp = (name: string): QuestionType => ({
  control: null,
  bind: { 'jr:preload': 'timestamp', type: 'dateTime', 'jr:preloadParams': name },
})

const TYPES: { readonly [type: string]: QuestionType } = {
  text: input('string'),
  integer: input('int'),
  decimal: input('decimal'),
  date: input('date'),
  time: input('time'),
  datetime: input('dateTime'),
  geopoint: input('geopoint'),
  geotrace: input('geotrace'),
  geoshape: input('geoshape'),
  barcode: input('barcode'),
  note: { control: 'input', bind: { readonly: 'true()', type: 'string' } },
  'phone number': { control: 'input', bind: { type: 'string', constraint: "regex(., '^\\d*$')" }, hint: 'Enter numbers only.' },
  select_one: { control: 'select1', bind: { type: 'string' } },
  select_multiple: { control: 'select', bind: { type: 'string' } },
  image: upload('image/*'),
  audio: upload('audio/*'),
  video: upload('video/*'),
  acknowledge: { control: 'trigger', bind: { type: 'string' } },
  calculate: { control: null, bind: { type: 'string' } },
  start: timestamp('start'),
  end: timestamp('end'),
  today: { control: null, bind: { 'jr:preload': 'date', type: 'date', 'jr:preloadParams': 'today' } },
  deviceid: property('deviceid'),
  imei: property('deviceid'),
  'uri:deviceid': property('uri:deviceid'),
  simserial: property('simserial'),
  phonenumber: property('phonenumber'),
}

const ALIASES: { readonly [type: string]: string } = {
  string: 'text',
  int: 'integer',
  photo: 'image',
  dateTime: 'datetime',
  datetime: 'datetime',
  location: 'geopoint',
  gps: 'geopoint',
  trigger: 'acknowledge',
  phone_number: 'phone number',
  'device id': 'deviceid',
  'sim serial': 'simserial',
}

export const findType = (type: string): QuestionType | null => (Object.hasOwn(TYPES, type) ? (TYPES[type] ?? null) : null)
export const typeOf = (type: string): QuestionType => {
  const found = findType(type)
  if (found === null) throw new Error(`a question of the unknown type ${type}`)
  return found
}

/** What the cell `type` says. */
export type Said =
  | { readonly say: 'question'; readonly type: string; readonly list: string | null; readonly orOther: boolean }
  | { readonly say: 'begin'; readonly what: 'group' | 'repeat' | 'loop'; readonly list: string | null }
  | { readonly say: 'end'; readonly what: 'group' | 'repeat' | 'loop' }

const BEGIN_LOOP = /^begin[ _]loop over (\S+)$/i
const EDGE = /^(begin|end)[ _](group|repeat|loop)$/i
const SELECT =
  /^(select_one|select_multiple|select one|select multiple|select1|select all that apply)(?: from)? (\S+)( or specify other| or_other| or other)?$/i

/** Null when the type is not in the subset. */
export function readType(cell: string): Said | null {
  const loop = BEGIN_LOOP.exec(cell)
  if (loop) return { say: 'begin', what: 'loop', list: loop[1] ?? '' }
  const edge = EDGE.exec(cell)
  if (edge) return edgeOf(edge[1] ?? '', (edge[2] ?? '').toLowerCase())
  const select = SELECT.exec(cell)
  if (select) {
    const one = /one|1/i.test(select[1] ?? '')
    return { say: 'question', type: one ? 'select_one' : 'select_multiple', list: select[2] ?? '', orOther: select[3] !== undefined }
  }
  const type = ALIASES[cell] ?? ALIASES[cell.toLowerCase()] ?? cell
  const plain = findType(type) !== null && !type.startsWith('select_')
  return plain ? { say: 'question', type, list: null, orOther: false } : null
}

function edgeOf(edge: string, what: string): Said | null {
  if (what !== 'group' && what !== 'repeat' && what !== 'loop') return null
  if (edge.toLowerCase() === 'end') return { say: 'end', what }
  return what === 'loop' ? null : { say: 'begin', what, list: null }
}
