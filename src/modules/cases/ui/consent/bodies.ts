/* Bodies by name, for choices; the list is public inside the platform and says nothing of anybody. */
import { useAnswer } from '../../../../app/ask.ts'

interface Organisations {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}
/** Kinds to which something of a person may go. */
const RECEIVING: readonly string[] = [
  ...['protection-ngo', 'shelter', 'health-service', 'legal-aid', 'ngo', 'civil-society', 'un', 'anti-trafficking-agency'],
  ...['mines-police', 'prosecution', 'ministry', 'provincial-division'],
]
/** Kinds that open a case of their own: those whose work is to stand by people, and nobody who trades or mines. */
export const TAKES_IN: readonly string[] = ['protection-ngo', 'ngo', 'shelter', 'civil-society', 'provincial-division']
/** Kinds whose work is to help: an authority is told or asked, and renders no service of a plan. */
const HELPING: readonly string[] = ['protection-ngo', 'shelter', 'health-service', 'legal-aid', 'ngo', 'civil-society', 'un']
export interface Bodies {
  readonly name: (id: string | null) => string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly helping: Bodies['options']
}
export function useBodies(): Bodies {
  const { data } = useAnswer<Organisations>('/api/organisations')
  const known = data?.organisations ?? []
  const optionsOf = (kinds: readonly string[]): Bodies['options'] =>
    known.filter((one) => kinds.includes(one.kind)).map(({ id, name }) => ({ value: id, label: name }))
  return {
    name: (id) => known.find((one) => one.id === id)?.name ?? '…',
    options: optionsOf(RECEIVING),
    helping: optionsOf(HELPING),
  }
}
