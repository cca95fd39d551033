/* Names of territoires and provinces by their codes; a code that is not there is shown as it is. */
import { useAnswer } from '../../../../app/ask.ts'

export interface Areas {
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}
export function useAreaNames(): (code: string) => string {
  const areas = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas
  return (code) => [...(areas ?? []), ...(provinces ?? [])].find((one) => one.code === code)?.name ?? code
}
