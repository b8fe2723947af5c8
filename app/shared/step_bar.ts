import { progressBar } from '#app/shared/progress_bar'

/** One line on the terminal that says what is being done; silent when nobody watches. */
export function stepBar(): (step: string, done?: number, total?: number) => void {
  let shown = ''
  let bar = progressBar('')
  return (step, done, total) => {
    if (!process.stderr.isTTY) return
    if (step !== shown) {
      shown = step
      bar = progressBar(step)
      process.stderr.write(`\r\u001B[2K${step}${step ? '…' : ''}`)
    }
    if (done !== undefined) bar(done, total)
  }
}
