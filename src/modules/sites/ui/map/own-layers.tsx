/* Laying files of one's own on the map: adding, naming, colouring, hiding, removing. Nothing leaves the device, and the panel says so. */
import { useId, useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { MOST_BYTES, type OwnFileFault, readOwnFile } from './own-layer-file.ts'
import { type OwnLayer, type OwnLayers, ownColours } from './own-layer-store.ts'

export function OwnLayersPanel({ own }: { readonly own: OwnLayers }) {
  const { t } = useWords()
  const input = useId()
  const [fault, setFault] = useState<(OwnFileFault & { readonly file: string }) | null>(null)
  const add = async (file: File) => {
    const read = file.size > MOST_BYTES ? readOwnFile(' '.repeat(MOST_BYTES + 1)) : readOwnFile(await file.text())
    setFault(read.fault === null ? null : { ...read.fault, file: file.name })
    if (read.data === null) return
    const colour = ownColours[own.layers.length % ownColours.length] ?? 'teal'
    own.put({ id: newId(), name: file.name.replace(/\.(geo)?json$/i, ''), colour, shown: true, data: read.data })
  }
  return (
    <details className="own-layers no-print">
      <summary>
        {t('map.own')} {own.layers.length > 0 && `(${own.layers.length})`}
      </summary>
      <div className="stack">
        <p className="small">{t('map.own.explain')}</p>
        {own.layers.map((layer) => (
          <OwnLayerRow key={layer.id} layer={layer} own={own} />
        ))}
        {fault !== null && (
          <Note tone="red" live>
            {t(fault.word, { file: fault.file, n: fault.n ?? 0 })}
          </Note>
        )}
        {!own.kept && <Note live>{t('map.own.fault.not-kept')}</Note>}
        <div>
          <label className="btn" htmlFor={input}>
            {t('map.own.add')}
          </label>
          <input
            id={input}
            className="unseen"
            type="file"
            accept=".geojson,.json,application/geo+json"
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) void add(file)
              event.target.value = ''
            }}
          />
        </div>
      </div>
    </details>
  )
}

function OwnLayerRow({ layer, own }: { readonly layer: OwnLayer; readonly own: OwnLayers }) {
  const { t } = useWords()
  return (
    <div className="own-layer">
      <TextField label={t('map.own.name')} value={layer.name} maxLength={60} onValue={(name) => own.put({ ...layer, name })} />
      <SelectField
        label={t('map.own.colour', { name: layer.name })}
        value={layer.colour}
        options={ownColours.map((value) => ({ value, label: t(`map.own.colour.${value}`) }))}
        onValue={(colour) => own.put({ ...layer, colour })}
      />
      <CheckChoice
        label={t('map.own.show', { name: layer.name })}
        hint={t('map.own.count', { n: layer.data.features.length })}
        checked={layer.shown}
        onChecked={(shown) => own.put({ ...layer, shown })}
      />
      <Button onClick={() => own.remove(layer.id)}>{t('map.own.remove', { name: layer.name })}</Button>
    </div>
  )
}
