/*
Where somebody stands: by the device, with its accuracy shown while it improves, or written by hand. Written as the form wants it:
latitude, longitude, height, accuracy; an accuracy that nobody knows is 0. The best fix so far is the answer from the moment it is there.
*/
import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { betterOf, givesWay, placeText } from './better-fix.ts'
import { type Fix, positionSignals } from './evidence-signals.ts'
import { FaultLine, type WidgetProps } from './widget.tsx'

type Search = { readonly state: 'idle' | 'refused' } | { readonly state: 'waiting'; readonly best: GeolocationPosition | null }
/** Of this app since it was opened: a leap shows only beside the fix before it. */
let fixes: readonly Fix[] = []
/** Good enough to stop by itself: better than this a phone under trees rarely gets. */
const GOOD_METRES = 8

export function PlaceField({ label, hint, fault, item, hands }: WidgetProps) {
  const { t } = useWords()
  const [search, setSearch] = useState<Search>({ state: 'idle' })
  const [latitude = '', longitude = '', , accuracy = '0'] = item.value.split(/\s+/)
  const answer = ({ coords, timestamp }: GeolocationPosition) => {
    const { latitude: north, longitude: east, altitude, accuracy: metres } = coords
    const fix = { latitude: north, longitude: east, altitude, accuracy: metres, timestamp }
    hands.notice(item.node, positionSignals(fix, fixes, Date.now()))
    fixes = [...fixes, fix].slice(-20)
    hands.answer(item.node, placeText(fix))
  }
  const keep = (fix: GeolocationPosition) => {
    if (item.value !== placeText(fix.coords)) answer(fix)
    setSearch({ state: 'idle' })
  }
  const isWaiting = search.state === 'waiting'
  const found = useEffectEvent((fix: GeolocationPosition) => {
    if (fix.coords.accuracy <= GOOD_METRES) return keep(fix)
    if (givesWay(item.value, fix.coords)) answer(fix)
    const before = search.state === 'waiting' ? search.best : null
    setSearch({ state: 'waiting', best: betterOf(before?.coords ?? null, fix.coords) === fix.coords ? fix : before })
  })
  /** A device that gives up after a first fix has found something: that stays. */
  const failed = useEffectEvent(() => setSearch({ state: search.state === 'waiting' && search.best ? 'idle' : 'refused' }))
  useEffect(() => {
    if (!isWaiting) return
    const watch = navigator.geolocation.watchPosition(
      (fix) => found(fix),
      () => failed(),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 60_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [isWaiting])
  const write = (north: string, east: string) => {
    if (isWaiting) setSearch({ state: 'idle' })
    hands.notice(item.node, north === '' && east === '' ? [] : [{ signal: 'position-typed' }])
    hands.answer(item.node, north === '' && east === '' ? '' : `${north || 'x'} ${east || 'x'} 0 0`)
  }
  const best = search.state === 'waiting' ? search.best : null
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {!isWaiting && (
        <Button onClick={() => setSearch('geolocation' in navigator ? { state: 'waiting', best: null } : { state: 'refused' })}>
          {t('run.place.take')}
        </Button>
      )}
      {isWaiting && (
        <Note tone="calm" live>
          {best ? t('run.place.better', { metres: Math.round(best.coords.accuracy) }) : t('run.place.waiting')}{' '}
          {best && <Button onClick={() => keep(best)}>{t('run.place.keep')}</Button>}
        </Note>
      )}
      {search.state === 'refused' && <Note live>{t('run.place.refused')}</Note>}
      <Typed latitude={latitude} longitude={longitude} write={write} />
      {item.value !== '' && item.fault === null && (
        <span className="hint">
          {Number(accuracy) > 0 ? t('run.place.accuracy', { metres: Math.round(Number(accuracy)) }) : t('run.place.typed')}
        </span>
      )}
      <FaultLine fault={fault} />
    </fieldset>
  )
}
function Typed({
  latitude,
  longitude,
  write,
}: {
  readonly latitude: string
  readonly longitude: string
  readonly write: (north: string, east: string) => void
}) {
  const { t } = useWords()
  return (
    <div className="run-place">
      <TextField
        label={t('run.place.latitude')}
        inputMode="text"
        autoComplete="off"
        value={shown(latitude)}
        onValue={(text) => write(degrees(text), blank(longitude))}
      />
      <TextField
        label={t('run.place.longitude')}
        inputMode="text"
        autoComplete="off"
        value={shown(longitude)}
        onValue={(text) => write(blank(latitude), degrees(text))}
      />
    </div>
  )
}
/** `x` stands for the half that is still missing, so that the other half is kept in the draft. */
const shown = (part: string): string => (part === 'x' ? '' : part)
const blank = shown
const degrees = (text: string): string => text.trim().replace(',', '.').replaceAll(/\s/g, '')
