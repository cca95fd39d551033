/* Another one of a repeated part, or one less. */
import { useState } from 'react'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { useWords } from '../../../../app/words.ts'
import type { RepeatItem } from '../../domain/run/form-view.ts'
import type { TreeNode } from '../../domain/run/tree.ts'
import type { RunHands } from './use-form-run.ts'

export interface RepeatProps {
  readonly repeat: RepeatItem
  readonly hands: RunHands
  /** Key of the first question of the new one. */
  readonly onAdded?: (key: string) => void
}
export function RepeatMore({ repeat, hands, onAdded }: RepeatProps) {
  const { t } = useWords()
  const { label, instances, parent, path } = repeat
  const name = path.slice(path.lastIndexOf('/') + 1)
  const add = () => {
    hands.add(parent, path)
    onAdded?.(`${repeat.key.slice(0, repeat.key.indexOf('#'))}/${name}[${instances.length + 1}]${firstQuestion(repeat)}`)
  }
  return (
    <div className="stack">
      {onAdded && (
        <h2>
          {t('run.repeat.more', { label })} <span className="small">{t('run.repeat.count', { n: instances.length })}</span>
        </h2>
      )}
      {onAdded && instances.map((one, at) => <RemoveOne key={one.key} label={label} number={at + 1} node={one.node} hands={hands} />)}
      <div>
        <Button onClick={add}>{t('run.repeat.add', { label })}</Button>
      </div>
    </div>
  )
}
/** `/depth`: what stands after the place in the key of an instance's first question. */
function firstQuestion({ instances }: RepeatItem): string {
  const first = instances[0]
  const question = first?.items[0]
  return first && question?.kind === 'question' ? question.key.slice(first.key.length) : ''
}

/** Asks before answers are thrown away. */
export function RemoveOne({
  label,
  number,
  node,
  hands,
}: {
  readonly label: string
  readonly number: number
  readonly node: TreeNode
  readonly hands: RunHands
}) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={t('run.repeat.remove.sure', { label, n: number })}
      open={open}
      onOpen={setOpen}
      trigger={<Button kind="quiet">{t('run.repeat.remove', { label, n: number })}</Button>}
      actions={
        <Button kind="danger" onClick={() => hands.remove(node)}>
          {t('run.repeat.remove.go')}
        </Button>
      }
    >
      {null}
    </Dialog>
  )
}
