/* What is typed of a report, kept on this device until it is sent, and the command that it would be. */
import { useCallback, useState } from 'react'
import { deviceKeep } from '../../../app/device.ts'

export const blankReport = {
  ...{ category: '', account: '', occurred: '', received: '', source: 'field', kind: 'site', site: '', siteName: '', place: '', area: '' },
  ...{ actor: '', unit: '', organisation: '', confidentiality: '' },
}
export type ReportTexts = typeof blankReport
const PLACE = 'chanzo.form.incident'

const filled = (text: string): string | undefined => text.trim() || undefined

/** `null` while something is missing: the kind, what was seen, and where. */
export function reportOf(
  texts: ReportTexts,
  { photos, hit, lots }: { readonly photos: readonly object[]; readonly hit: string; readonly lots: readonly string[] },
) {
  const [account, name, site] = [filled(texts.account), filled(texts.place), filled(texts.site)]
  if (texts.category === '' || account === undefined || (name === undefined && site === undefined)) return null
  const unit = filled(texts.unit)
  return {
    ...{ source: hit === '' ? texts.source : 'rule-hit', category: texts.category, account },
    ...(filled(texts.occurred) === undefined ? {} : { occurredOn: texts.occurred }),
    ...(filled(texts.received) === undefined ? {} : { receivedOn: texts.received }),
    place: {
      kind: texts.kind,
      ...(site === undefined ? {} : { site }),
      ...(name === undefined ? {} : { name }),
      ...(filled(texts.area) === undefined ? {} : { area: texts.area }),
    },
    ...(texts.actor === '' ? {} : { actors: [{ class: texts.actor, ...(unit === undefined ? {} : { unit }) }] }),
    ...(texts.organisation === '' ? {} : { organisations: [texts.organisation] }),
    ...(texts.confidentiality === '' ? {} : { confidentiality: texts.confidentiality }),
    ...(photos.length === 0 ? {} : { photos }),
    ...(hit === '' ? {} : { hit }),
    ...(lots.length === 0 ? {} : { lots }),
  }
}

/** `given`: what a link says goes before what was kept. */
export function useKeptReport(
  initial: ReportTexts,
  given: Partial<ReportTexts> = {},
): readonly [ReportTexts, (part: Partial<ReportTexts>) => void, () => void] {
  const [texts, setTexts] = useState<ReportTexts>(() => ({ ...initial, ...read(), ...given }))
  const set = useCallback((part: Partial<ReportTexts>) => {
    setTexts((before) => {
      const after = { ...before, ...part }
      write(JSON.stringify(after))
      return after
    })
  }, [])
  const forget = useCallback(() => {
    write(null)
    setTexts(initial)
  }, [initial])
  return [texts, set, forget]
}
function read(): Partial<ReportTexts> {
  try {
    const value: unknown = JSON.parse(deviceKeep().getItem(PLACE) ?? 'null')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([name, one]) => name in blankReport && typeof one === 'string'))
  } catch {
    return {}
  }
}
function write(text: string | null): void {
  try {
    if (text === null) deviceKeep().removeItem(PLACE)
    else deviceKeep().setItem(PLACE, text)
  } catch {
    // A full store costs the keeping, never the form.
  }
}
