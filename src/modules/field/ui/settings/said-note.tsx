import { Note } from '../../../../app/kit/panel.tsx'
import type { Said } from './use-act.ts'

export const SaidNote = ({ said }: { readonly said: Said | null }) =>
  said === null ? null : (
    <div role={said.tone === 'red' ? 'alert' : 'status'}>
      <Note tone={said.tone}>{said.text}</Note>
    </div>
  )
