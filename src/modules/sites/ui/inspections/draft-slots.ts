/* Where the drafts of one visit and one member lie on this device, by the form and version that their names say. */
import type { Keep } from '../../../../app/device.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'

export interface OtherDraft {
  /** `<form>.<version>`, with `~2` behind a second answer that is kept apart. */
  readonly slot: string
  readonly version: string
  readonly isApart: boolean
  readonly savedAt: string
  readonly xml: string
}
interface Of {
  readonly inspection: string
  readonly by: string
}
const placeOf = ({ inspection, by }: Of): string => `chanzo.form.${inspection}.${by}.`

export function otherDrafts(keep: Pick<Keep, 'keys' | 'getItem'>, of: Of): readonly OtherDraft[] {
  const place = placeOf(of)
  return keep.keys().flatMap((key): readonly OtherDraft[] => {
    const slot = key.startsWith(place) ? key.slice(place.length) : ''
    const version = versionIn(slot)
    const draft = version === null ? null : readDraft(keep.getItem(key))
    return version === null || draft === null ? [] : [{ slot, version: version.version, isApart: /~\d+$/.test(slot), ...draft }]
  })
}

/** The form and version of a slot; its hash is told by the version itself. */
export function versionIn(slot: string | undefined): Pick<FormVersionRef, 'form' | 'version'> | null {
  const found = /^([^.]+)\.(.+?)(?:~\d+)?$/.exec(slot ?? '')
  return found?.[1] === undefined || found[2] === undefined ? null : { form: found[1], version: found[2] }
}
export const slotOf = ({ form, version }: Pick<FormVersionRef, 'form' | 'version'>): string => `${form}.${version}`

export function putDraft(keep: Pick<Keep, 'setItem'>, { slot, ...of }: Of & { readonly slot: string }, xml: string): void {
  keep.setItem(placeOf(of) + slot, JSON.stringify({ xml, at: '', savedAt: new Date().toISOString() }))
}

function readDraft(text: string | null): { readonly xml: string; readonly savedAt: string } | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (typeof value !== 'object' || value === null || !('xml' in value) || typeof value.xml !== 'string') return null
    return { xml: value.xml, savedAt: 'savedAt' in value ? String(value.savedAt) : '' }
  } catch {
    return null
  }
}
