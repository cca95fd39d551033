/*
What other modules lay on the map of sites: each is a part that opens below the map, for who may see it. Its code is fetched when it is opened, its facts when a layer
is chosen. On paper only what stands in the address is laid.
*/
import type { FeatureCollection } from 'geojson'
import { type ComponentType, Suspense, lazy, useCallback, useMemo, useState } from 'react'
import type { MapOverlay, OverlayProps } from '../../../../app/map/overlay.ts'
import { mapOverlays } from '../../../../app/map/overlays.ts'
import { Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'

interface Shown extends MapOverlay {
  readonly Part: ComponentType<OverlayProps>
}
const overlays: readonly Shown[] = mapOverlays.map((one) => ({ ...one, Part: lazy(async () => ({ default: await one.load() })) }))

export interface Laid {
  readonly drawn: FeatureCollection | null
  readonly lay: (key: string, laid: FeatureCollection | null) => void
}
/** The last that a part laid wins nothing: all are drawn together. */
export function useLaid(): Laid {
  const [parts, setParts] = useState<{ readonly [key: string]: FeatureCollection }>({})
  const lay = useCallback(
    (key: string, laid: FeatureCollection | null) =>
      setParts(({ [key]: _before, ...others }) => (laid === null ? others : { ...others, [key]: laid })),
    [],
  )
  const drawn = useMemo(() => {
    const all = Object.values(parts)
    return all.length === 0 ? null : { type: 'FeatureCollection' as const, features: all.flatMap((one) => one.features) }
  }, [parts])
  return { drawn, lay }
}

interface PartsProps {
  readonly laid: Laid
  readonly day: string
  readonly paper?: boolean
}
export function LaidParts({ laid, day, paper = false }: PartsProps) {
  const me = useMe().data
  const mine = overlays.filter(({ capability }) => mayOpen(capability, me))
  return (
    <>
      {mine.map((one) => (
        <LaidPart key={one.key} overlay={one} {...{ laid, day, paper }} />
      ))}
    </>
  )
}
function LaidPart({ overlay, laid, day, paper }: Required<PartsProps> & { readonly overlay: Shown }) {
  const { t } = useWords()
  const [state] = useUrlState()
  const isChosen = (state[overlay.key] ?? '') !== ''
  const [isOpen, setOpen] = useState(isChosen)
  const { key, titleKey, Part } = overlay
  const { lay } = laid
  const onLaid = useCallback((drawn: FeatureCollection | null) => lay(key, drawn), [lay, key])
  const part = (
    <Suspense fallback={<Loading />}>
      <Part {...{ day, paper, onLaid }} />
    </Suspense>
  )
  if (paper) return isChosen ? part : null
  return (
    <details className="own-layers no-print" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(titleKey)}</summary>
      {(isOpen || isChosen) && <div className="stack">{part}</div>}
    </details>
  )
}
