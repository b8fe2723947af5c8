import { isRefused, type Refused } from '#app/shared/result'

/** The result of a verb that the story of the demo knows to be possible; throws its reasons otherwise. */
export function granted<T extends object>(result: T): Exclude<T, Refused> {
  if (!isRefused(result)) return result as Exclude<T, Refused>
  throw new Error(result.refused.map(({ message }) => message).join('\n'))
}
