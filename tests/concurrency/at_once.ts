import { isRefused, type Refused } from '#app/shared/result'

const CALLERS = 20

export interface Answers<T> {
  done: Exclude<T, Refused>[]
  /** Codes of all the refusals. */
  refused: Set<string>
}

/** Twenty callers start together. One exception fails the whole: a refusal is a value, said in French. */
export async function atOnce<T extends object>(verb: () => Promise<T>): Promise<Answers<T>> {
  const answers: Answers<T> = { done: [], refused: new Set() }
  for (const answer of await Promise.all(Array.from({ length: CALLERS }, verb))) {
    if (!isRefused(answer)) answers.done.push(answer as Exclude<T, Refused>)
    else for (const { code } of answer.refused) answers.refused.add(code)
  }
  return answers
}
