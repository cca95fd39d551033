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
export interface Bodies {
  readonly name: (id: string | null) => string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
export function useBodies(): Bodies {
  const { data } = useAnswer<Organisations>('/api/organisations')
  const known = data?.organisations ?? []
  return {
    name: (id) => known.find((one) => one.id === id)?.name ?? '…',
    options: known.filter((one) => RECEIVING.includes(one.kind)).map(({ id, name }) => ({ value: id, label: name })),
  }
}
