import type { Reason, Refused } from '#app/shared/result'

/** A long work that someone started. */
export interface Work {
  id: number
  kind: string
  subjectId: number
  options: Record<string, unknown>
  startedBy: number
}

/** What the end of a work says, and where it leads. */
export interface WorkEnd {
  sentence: string
  href: string
}

export type Progress = (done: number, total: number) => void

/** How a kind of work is done. It may be started again after a crash: it must end the same. */
export interface WorkKind {
  /** Said while it runs: « Émission de la campagne ». */
  title: string
  perform: (work: Work, progress: Progress) => Promise<WorkEnd | Refused>
}

export type WorkState = 'queued' | 'running' | 'done' | 'refused' | 'failed'

export interface WorkView extends Work {
  state: WorkState
  done: number
  total: number
  outcome: WorkEnd | { refused: Reason[] } | null
  createdAt: Date
  endedAt: Date | null
}
