import { leaveQueue } from '#app/shared/works/work_queue'

/** Leaves the queue when the process ends, whichever it is: page, command or test. */
export default class QueueProvider {
  async shutdown() {
    await leaveQueue()
  }
}
