const WIDTH = 30

/**
 * A bar on the terminal for long work, drawn on the error output so that results stay clean; silent when nobody
 * watches. `total` 0 means unknown: only the count is shown.
 */
export function progressBar(label: string): (done: number, total?: number) => void {
  if (!process.stderr.isTTY) return () => {}
  let drawn = 0
  return (done, total = 0) => {
    const finished = total > 0 && done >= total
    if (!finished && Date.now() - drawn < 80) return
    drawn = Date.now()
    const filled = total > 0 ? Math.round((WIDTH * done) / total) : 0
    const bar =
      total > 0
        ? `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done} / ${total}`
        : String(done)
    process.stderr.write(`\r\u001B[2K${label} ${bar}${finished ? '\r\u001B[2K' : ''}`)
  }
}
