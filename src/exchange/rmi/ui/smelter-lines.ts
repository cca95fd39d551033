/* Smelters as a person types them, one a line: metal; name; country; identifier. */
export interface TypedSmelter {
  readonly mineral: 'Sn' | 'Ta' | 'W' | 'Au'
  readonly name: string
  readonly country?: string
  readonly id?: string
}
const metals = ['Sn', 'Ta', 'W', 'Au'] as const

/** `fault`: the first line that cannot be read. */
export function smeltersIn(text: string): { readonly smelters: readonly TypedSmelter[]; readonly fault: string | null } {
  const smelters: TypedSmelter[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [metal = '', name = '', country = '', id = ''] = line.split(';').map((part) => part.trim())
    const mineral = metals.find((one) => one.toLowerCase() === metal.toLowerCase())
    if (mineral === undefined || name === '') return { smelters, fault: line.slice(0, 60) }
    smelters.push({ mineral, name, ...(country === '' ? {} : { country }), ...(id === '' ? {} : { id }) })
  }
  return { smelters, fault: null }
}
