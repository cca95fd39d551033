/*
Who the person is and what they told, behind the key: shown to who may read it, when they ask for it, on this screen only. Those who harmed stand in a
vault of their own, so that the story can be read without their names. The key is asked for once, before all of it.
*/
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TextSlot, VaultName } from '../../contract-vault.ts'
import type { PartProps } from '../file/part-props.ts'
import { OpenVault, Words } from '../file/open-vault.tsx'
import { SealedForm } from '../file/sealed-form.tsx'
import type { OpenedText } from '../file/use-case.ts'
import { FieldNeed } from './field-need.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'

const places = [
  { vault: 'identity', slot: 'identity' },
  { vault: 'narrative', slot: 'story' },
  { vault: 'narrative', slot: 'plan' },
  { vault: 'perpetrator', slot: 'perpetrator' },
] as const satisfies readonly { readonly vault: VaultName; readonly slot: TextSlot }[]

export function Part({ work }: PartProps) {
  return (
    <div className="stack">
      <Sealed work={work} />
      <ProfilePanel work={work} />
      <FieldNeed work={work} />
    </div>
  )
}
function Sealed({ work }: PartProps) {
  const { t } = useWords()
  return (
    <VaultGate>
      {() => (
        <div className="columns">
          {places.map(({ vault, slot }) => (
            <Panel key={slot} title={t(`person.${slot}`)}>
              <div className="stack">
                <OpenVault work={work} vault={vault}>
                  {(texts) => <Texts {...{ work, vault, slot }} texts={texts.filter((one) => one.slot === slot)} />}
                </OpenVault>
              </div>
            </Panel>
          ))}
        </div>
      )}
    </VaultGate>
  )
}

interface TextsProps extends PartProps {
  readonly vault: VaultName
  readonly slot: (typeof places)[number]['slot']
  readonly texts: readonly OpenedText[]
}
function Texts({ work, vault, slot, texts }: TextsProps) {
  const { t } = useWords()
  const [writing, setWriting] = useState<'no' | 'new' | OpenedText>('no')
  const current = texts.filter((one) => !one.isReplaced)
  const former = texts.length - current.length
  return (
    <>
      {current.length === 0 && <EmptyState title={t('person.nothing')} />}
      {current.map((text) => (
        <article key={text.id} className="stack">
          <Words text={text} />
          <span className="row tight no-print">
            <span className="small grow">{instantText(text.at)}</span>
            {text.plain !== null && (
              <Button kind="quiet" onClick={() => setWriting(text)}>
                {t('person.correct')}
              </Button>
            )}
          </span>
        </article>
      ))}
      {former > 0 && <p className="small">{t('person.former', { n: former })}</p>}
      {writing === 'no' ? (
        <div className="no-print">
          <Button onClick={() => setWriting('new')}>{t('person.add')}</Button>
        </div>
      ) : (
        <SealedForm
          key={writing === 'new' ? 'new' : writing.id}
          {...{ work, vault, slot, label: t(`person.${slot}`), hint: t('person.hint'), go: t('person.seal') }}
          {...(writing === 'new' ? {} : { replaces: writing.id, start: writing.plain ?? '' })}
          onDone={() => setWriting('no')}
        />
      )}
    </>
  )
}
