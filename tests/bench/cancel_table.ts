/** What many cancels took, by what their runs were waiting for. */
import { percentile } from "./measure.ts";
import { type Phase, PHASES } from "./silent_world.ts";

export interface Sample {
  readonly phase: Phase;
  /** 0: the socket was closed before the answer came. */
  readonly afterAnswerMs: number;
  readonly afterRequestMs: number;
  readonly answerMs: number;
}

export function renderCancels(samples: readonly Sample[]): string {
  const head = ["| | cancels | closed before the answer | p50 ms | p95 ms | p99 ms | max ms |"];
  const rule = "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";
  const rows = PHASES.flatMap((phase) => {
    const own = samples.filter((each) => each.phase === phase);
    return [
      row(`${phase}: answer → socket closed`, own, (each) => each.afterAnswerMs),
      row(`${phase}: request → socket closed`, own, (each) => each.afterRequestMs),
    ];
  });
  return [
    ...head,
    rule,
    ...rows,
    row("all: answer → socket closed", samples, (each) => each.afterAnswerMs),
    row("all: request → answer", samples, (each) => each.answerMs),
  ].join("\n");
}

function row(name: string, samples: readonly Sample[], read: (sample: Sample) => number): string {
  const times = samples.map(read);
  const early = samples.filter(({ afterAnswerMs }) => afterAnswerMs === 0).length;
  const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
  return `| ${[name, samples.length, early, ...cells].join(" | ")} |`;
}
