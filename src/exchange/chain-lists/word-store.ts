/* Very many short words in the room of their letters: one growing run of bytes and where each word ends. */
export class WordStore {
  #bytes = Buffer.alloc(65_536)
  #ends = new Uint32Array(4_096)
  #count = 0
  #used = 0

  add(word: string): void {
    const size = Buffer.byteLength(word)
    if (this.#used + size > this.#bytes.length) {
      const more = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#used + size))
      this.#bytes.copy(more, 0, 0, this.#used)
      this.#bytes = more
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2)
      more.set(this.#ends)
      this.#ends = more
    }
    this.#used += this.#bytes.write(word, this.#used)
    this.#ends[this.#count] = this.#used
    this.#count += 1
  }

  /** Empty where there is none. */
  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return ''
    return this.#bytes.toString('utf8', index === 0 ? 0 : this.#ends[index - 1], this.#ends[index])
  }
}
