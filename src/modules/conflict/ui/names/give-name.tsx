/* A reader who has the name open seals it anew to the key of a justice liaison who asked for it, for a limited time. Nothing of it is kept as a draft. */
import { useState } from 'react'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { KeyHolderShown } from '../../../cases/contract-keys.ts'
import type { GrantName, NameRequestId, NameRequests, SecretNameId } from '../../contract-names.ts'
import { rolesText } from './reader-choice.tsx'
import { sealNameHere } from './seal-name.ts'

const HOLDERS = '/api/keys/holders?capability=conflict.name-request'

export function GiveName({ name, said }: { readonly name: SecretNameId; readonly said: string }) {
  const { t } = useWords()
  const me = useMe().data
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<NameRequestId | ''>('')
  const [trouble, setTrouble] = useState<unknown>(null)
  const [done, setDone] = useState(false)
  const waiting = (useAnswer<NameRequests>('/api/conflict/name-requests').data?.requests ?? []).filter((one) => !one.isOwn)
  const holders = useAnswer<{ readonly holders: readonly KeyHolderShown[] }>(HOLDERS).data?.holders ?? []
  const { send, sending, error } = useCommand<GrantName>(`/api/conflict/names/${name}/grants`)
  const asked = waiting.find((one) => one.id === chosen)
  const holder = holders.find((one) => one.account === asked?.account)
  const give = async () => {
    if (me === undefined || asked === undefined || holder === undefined) return
    setTrouble(null)
    const made = await sealNameHere({ account: me.account, name: said, readers: [holder], id: name })
    if (!made.ok) return setTrouble(troubleFrom(made.refusal))
    const [reader] = made.value.readers
    if (reader === undefined) return
    if ((await send({ request: asked.id, reader, box: made.value.box }).catch(() => null)) === null) return
    setDone(true)
    setOpen(false)
  }
  return (
    <>
      <Dialog
        {...{ title: t('names.grant'), explain: t('names.grant.explain'), open, onOpen: setOpen }}
        trigger={<Button>{t('names.grant')}</Button>}
        actions={
          <Button kind="primary" busy={sending} disabled={holder === undefined} onClick={() => void give()}>
            {t('names.grant.go')}
          </Button>
        }
      >
        {waiting.length === 0 && <Note tone="calm">{t('names.grant.no-request')}</Note>}
        {waiting.length > 0 && (
          <SelectField
            label={t('names.grant.request')}
            value={chosen}
            options={[
              { value: '', label: t('incident-new.choose') },
              ...waiting.map((one) => ({
                value: String(one.id),
                label: [one.caseNumber, rolesText(one.roles), one.body].filter(Boolean).join(' · '),
              })),
            ]}
            onValue={(value) => setChosen(waiting.find((one) => one.id === value)?.id ?? '')}
          />
        )}
        {holder !== undefined && <p className="small">{t('names.fingerprint', { digits: holder.fingerprint })}</p>}
        {trouble !== null && <ErrorState error={trouble} />}
        {error && <ErrorState error={error} />}
      </Dialog>
      {done && (
        <Note tone="good" live>
          {t('names.grant.done')}
        </Note>
      )}
    </>
  )
}
