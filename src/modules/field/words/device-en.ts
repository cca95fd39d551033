/* What a locked telephone says: PINs, rescue files, signing out. */
import type { deviceFr } from './device-fr.ts'

export const deviceEn: { readonly [Key in keyof typeof deviceFr]: string } = {
  'refusal.pin-too-short': 'This PIN is too short. Choose at least {least} digits, or a sentence of at least {letters} characters.',
  'refusal.pin-too-long': 'This PIN is too long: {most} characters at most. Choose a shorter one.',
  'refusal.pin-too-easy': 'This PIN is one of those that are tried first (row, repetition, year, keys in a line). Choose another one.',
  'refusal.wrong-pin': 'This is not the right PIN. See that it is your seat, then try again; after too many tries the network is needed.',
  'refusal.wrong-pin.left':
    'This is not the right PIN. {left} {left|try is|tries are} left; after that the network and your password are needed.',
  'refusal.needs-network':
    'Too many wrong PINs. Go where there is network, then choose “Forgotten PIN” and give your password. Your work stays on this telephone.',
  'refusal.key-destroyed':
    'After too many wrong PINs the key of this seat was destroyed on this telephone. What was not sent is not lost: with network, choose “Forgotten PIN”, or make a rescue file and hand it to the person in charge.',
  'refusal.lease-over':
    'This telephone has not spoken with the server for {days} days. Go where there is network, then give your PIN: it will open. Your work stays here.',
  'refusal.no-such-seat': 'There is no such seat on this telephone. Go back to the list of seats.',
  'refusal.seat-locked': 'This seat is locked. Open it with its PIN, then try again.',
  'refusal.open-elsewhere': 'This seat is already open in another window of this telephone. Close the other window, then give your PIN.',
  'refusal.wrong-data-key':
    'The key that came from the server does not open this seat. See that you are the person enrolled on this seat, then try again.',
  'refusal.unsent-work':
    'There is work left on this telephone: {ready} {ready|form|forms} and {photos} {photos|photograph|photographs} to send, {drafts} {drafts|draft|drafts}. Send them or delete the drafts, or make a rescue file, then sign out.',
  'refusal.not-a-rescue-file': 'This file is not a rescue file of Chanzo, or its beginning is damaged. Copy it again from the telephone.',
  'refusal.rescue-file-without-code':
    'This file was made on a locked telephone: only the server can open it. Hand it to the person in charge.',
  'refusal.code-not-complete':
    'The code of the file has sixteen letters and digits, in four groups of four. Read it again and complete it.',
  'refusal.wrong-code':
    'This code does not open this file. See that code and file were made together, then read it again letter by letter.',
  'refusal.duress-pin-same': 'The PIN for duress must differ from your PIN. Choose another one.',
  'device.duress.limits':
    'This second PIN opens an empty workspace. It proves nothing: whoever examines the telephone sees that it holds encrypted data, and how much. Do not count on it to deny that you work with Chanzo. What is written in the empty workspace is gone when the telephone is locked.',
  'device.code.once':
    'This code is shown only once. Write it on paper and keep it away from the file: whoever has both reads everything and can sign in your name.',
}
