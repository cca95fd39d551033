/* Actors with what they do, and ways of operating with where in the chain: as many lines as the hall needs. Groups and bodies are written, never a person. */
import { Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { ActorRole, ChainStage, OperatingMode } from '../../contract-sheets.ts'
import type { PartProps } from './tab-props.ts'
import './workshops.css'

export function ActorLines({ content: { actors }, set }: PartProps) {
  const { t } = useWords()
  const change = (index: number, part: Partial<(typeof actors)[number]>) =>
    set({ actors: actors.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <fieldset className="field">
      <legend>{t('workshop.facet.actors')}</legend>
      <span className="hint">{t('workshop.no-persons')}</span>
      {actors.map((actor, index) => (
        <div key={index} className="workshop-line">
          <TextField
            {...{ label: t('workshop.actor.who'), value: actor.written ?? '', maxLength: 120 }}
            onValue={(written) => change(index, { written })}
          />
          <SelectField
            label={t('workshop.actor.does')}
            value={actor.role}
            options={ActorRole.options.map((value) => ({ value, label: t(`code.role.${value}`) }))}
            onValue={(role) => change(index, { role })}
          />
          <Button onClick={() => set({ actors: actors.toSpliced(index, 1) })}>{t('workshop.remove')}</Button>
        </div>
      ))}
      {actors.length < 20 && (
        <div>
          <Button onClick={() => set({ actors: [...actors, { actor: null, written: null, role: 'controls-site' }] })}>
            {t('workshop.actor.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

export function ModeLines({ content: { modes }, set }: PartProps) {
  const { t } = useWords()
  const change = (index: number, part: Partial<(typeof modes)[number]>) =>
    set({ modes: modes.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <fieldset className="field">
      <legend>{t('workshop.facet.modes')}</legend>
      {modes.map((mode, index) => (
        <div key={index} className="workshop-line">
          <SelectField
            label={t('workshop.mode.what')}
            value={mode.mode}
            options={OperatingMode.options.map((value) => ({ value, label: t(`code.mode.${value}`) }))}
            onValue={(what) => change(index, { mode: what })}
          />
          <SelectField
            label={t('workshop.mode.where')}
            value={mode.stage}
            options={ChainStage.options.map((value) => ({ value, label: t(`code.stage.${value}`) }))}
            onValue={(stage) => change(index, { stage })}
          />
          <Button onClick={() => set({ modes: modes.toSpliced(index, 1) })}>{t('workshop.remove')}</Button>
        </div>
      ))}
      {modes.length < 20 && (
        <div>
          <Button onClick={() => set({ modes: [...modes, { mode: 'pit-tax', stage: 'pit' }] })}>{t('workshop.mode.add')}</Button>
        </div>
      )}
    </fieldset>
  )
}
