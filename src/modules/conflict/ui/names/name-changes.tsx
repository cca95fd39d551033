/* What a reader does with a name that is open: seals it anew to others, or has it destroyed. Said plainly before: who read it once may know it still. */
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { KeyHolderShown } from '../../../cases/contract-keys.ts'
import type { ForgetName, ResealName, SecretNameId } from '../../contract-names.ts'
import { GiveName } from './give-name.tsx'
import { ReaderChoice } from './reader-choice.tsx'
import { sealNameHere } from './seal-name.ts'

interface Props {
  readonly name: SecretNameId
  readonly said: string
  readonly onForgotten: () => void
}
export function NameChanges({ name, said, onForgotten }: Props) {
  return (
    <div className="row no-print">
      <Reseal name={name} said={said} />
      <GiveName name={name} said={said} />
      <Forget name={name} onForgotten={onForgotten} />
    </div>
  )
}

function Reseal({ name, said }: Pick<Props, 'name' | 'said'>) {
  const { t } = useWords()
  const me = useMe().data
  const [open, setOpen] = useState(false)
  const [written, setWritten] = useState(said)
  const [chosen, setChosen] = useState<readonly KeyHolderShown[]>([])
  const [trouble, setTrouble] = useState<unknown>(null)
  const [done, setDone] = useState(false)
  const { send, sending, error } = useCommand<ResealName>(`/api/conflict/names/${name}/boxes`)
  const seal = async () => {
    if (me === undefined) return
    setTrouble(null)
    const made = await sealNameHere({ account: me.account, name: written, readers: chosen, id: name })
    if (!made.ok) return setTrouble(troubleFrom(made.refusal))
    const { readers, box } = made.value
    if ((await send({ readers: [...readers], box }).catch(() => null)) === null) return
    setDone(true)
    setOpen(false)
  }
  return (
    <>
      <Dialog
        title={t('names.reseal')}
        explain={t('names.reseal.explain')}
        open={open}
        onOpen={setOpen}
        trigger={<Button>{t('names.reseal')}</Button>}
        actions={
          <Button kind="primary" busy={sending} disabled={written.trim() === '' || chosen.length === 0} onClick={() => void seal()}>
            {t('names.seal.go', { n: chosen.length })}
          </Button>
        }
      >
        <TextField sealed label={t('names.name')} value={written} onValue={setWritten} maxLength={160} />
        <ReaderChoice chosen={chosen} onChosen={setChosen} />
        <p className="small">{t('names.lost')}</p>
        {trouble !== null && <ErrorState error={trouble} />}
        {error && <ErrorState error={error} />}
      </Dialog>
      {done && (
        <Note tone="good" live>
          {t('names.reseal.done')}
        </Note>
      )}
    </>
  )
}

const REASONS = ['reviewed', 'sealed-by-mistake', 'danger'] as const
function Forget({ name, onForgotten }: Pick<Props, 'name' | 'onForgotten'>) {
  const { t } = useWords()
  const [because, setBecause] = useState<ForgetName['because'] | ''>('')
  return (
    <ActDialog<ForgetName>
      title={t('names.forget')}
      explain={t('names.forget.explain')}
      go={t('names.forget.go')}
      kind="danger"
      path={`/api/conflict/names/${name}/forgettings`}
      data={because === '' ? null : { because }}
      onDone={onForgotten}
    >
      <Choice
        legend={t('names.forget.because')}
        value={because}
        options={REASONS.map((value) => ({ value, label: t(`names.forget.${value}`) }))}
        onValue={setBecause}
      />
    </ActDialog>
  )
}
