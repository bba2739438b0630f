import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { readReport } from '../../src/pipeline.ts';
import { slippedReport } from '../run/slipped-report.ts';
import { linesOf, tempFolder } from '../run/temp-folder.ts';
import { runCli } from './run-cli.ts';

/** A folder `out` with the output of a report that has a slipped row, and the id of that finding. */
async function extracted(): Promise<{ cwd: string; id: string }> {
  const cwd = await tempFolder({ 'in/報告 1.txt': slippedReport() });
  await runCli(['extract', 'in', '--out', 'out', '--quiet'], cwd, { read: readReport });
  const findings = (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[];
  return { cwd, id: findings.find(({ rule }) => rule === 'shifted-row')!.id };
}

const decide = (cwd: string, id: string, verdict: string, ...rest: string[]) =>
  runCli(['verdict', 'out', id, '--as', verdict, ...rest], cwd);

describe('jisseki check', () => {
  it('tells of the reports as extract does, and is exit code 0', async () => {
    const { cwd } = await extracted();
    const { exitCode, stdout, stderr } = await runCli(['check', 'out'], cwd);
    expect(exitCode).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('人吉市  令和5年度');
    expect(stderr).toContain('! line 8: 4 values of this row stand in other columns');
    expect(stderr).toMatch(/Written to out in \d+\.\d s\n {2}documents\.jsonl 1 · /);
  });

  it('--fail-on is exit code 1, unless a person called all of them fine', async () => {
    const { cwd } = await extracted();
    const failOn = ['check', 'out', '--fail-on', 'warning', '--quiet'];
    expect((await runCli(failOn, cwd)).exitCode).toBe(1);
    for (const { id } of (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[])
      await decide(cwd, id, 'fine');
    expect((await runCli(failOn, cwd)).exitCode).toBe(0);
  });

  it('--quiet says nothing, --json prints the run', async () => {
    const { cwd, id } = await extracted();
    await decide(cwd, id, 'unsure');
    expect(await runCli(['check', 'out', '--quiet'], cwd)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const { stdout } = await runCli(['check', 'out', '--quiet', '--json'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({
      folder: 'out',
      exitCode: 0,
      counts: { verdicts: 1, staleVerdicts: 0 },
      rules: { 'shifted-row': { findings: 1 } },
      staleVerdicts: [],
    });
  });

  it('lists stale verdicts', async () => {
    const { cwd, id } = await extracted();
    await decide(cwd, id, 'fine', '--by', '田中');
    const changed = await tempFolder({ 'in/報告 1.txt': slippedReport(['9件', '2件', '0件', '1件']) });
    await runCli(['extract', join(changed, 'in'), '--out', 'out', '--quiet'], cwd, { read: readReport });
    const { stderr } = await runCli(['check', 'out'], cwd);
    expect(stderr).toContain('1 verdict is stale: what was compared has changed, see verdicts.jsonl');
    expect(stderr).toContain(`  ${id}  shifted-row · fine · 田中 · 20`);
  });

  it('is exit code 2 and one line where there is nothing to check', async () => {
    const cwd = await tempFolder({ 'in/a.txt': '' });
    const { exitCode, stderr } = await runCli(['check', 'in'], cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^jisseki: \S+in: holds no run \(run\.json\)[^\n]+\n$/);
  });
});

describe('--format sarif', () => {
  it('prints a SARIF 2.1.0 log with the rules, and each finding where it stands', async () => {
    const { cwd, id } = await extracted();
    await decide(cwd, id, 'fine');
    const { exitCode, stdout } = await runCli(['check', 'out', '--format', 'sarif', '--quiet'], cwd);
    expect(exitCode).toBe(0);
    const log = JSON.parse(stdout);
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') });
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'jisseki', version: '0.1.0' });
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    const findings = (await linesOf(join(cwd, 'out/findings.jsonl'))) as Finding[];
    expect(run.results).toHaveLength(findings.length);
    for (const [index, result] of run.results.entries()) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(result.fingerprints).toEqual({ 'compared/v1': findings[index]!.fingerprint });
    }
    const uri = 'in/%E5%A0%B1%E5%91%8A%201.txt';
    expect(run.artifacts).toMatchObject([
      { location: { uri }, hashes: { 'sha-256': expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
    const slip = run.results.find((result: { ruleId: string }) => result.ruleId === 'shifted-row');
    expect(slip).toMatchObject({
      level: 'warning',
      message: {
        text: expect.stringMatching(/^4 values of this row .*\. Likelier the report is wrong: .+\.$/),
      },
      properties: { likelier: 'report' },
      suppressions: [{ kind: 'external', status: 'accepted' }],
    });
    const { physicalLocation } = slip.locations[0];
    expect(physicalLocation.artifactLocation).toEqual({ uri });
    expect(physicalLocation.region).toMatchObject({ startLine: 8, charLength: 2 });
    const text = [...slippedReport()];
    const { charOffset, charLength } = physicalLocation.region;
    expect(text.slice(charOffset, charOffset + charLength).join('')).toBe('1件');
  });

  it('speaks the person’s language, and is no companion of --json', async () => {
    const { cwd } = await extracted();
    const sarif = ['check', 'out', '--format', 'sarif', '--quiet'];
    const { stdout } = await runCli([...sarif, '--lang', 'ja'], cwd);
    expect(JSON.parse(stdout).runs[0].results[0].message.text).toMatch(/[ぁ-ん]/);
    const both = await runCli([...sarif, '--json'], cwd);
    expect(both).toMatchObject({ exitCode: 2, stdout: '' });
    expect(both.stderr).toMatch(/^jisseki: --json and --format sarif both print[^\n]+\n$/);
  });
});

describe('jisseki verdict', () => {
  it('says what it recorded and how it comes to bear', async () => {
    const { cwd, id } = await extracted();
    const { exitCode, stdout, stderr } = await decide(
      cwd,
      id,
      'misreading',
      '--value',
      '2件',
      '--note',
      '原本',
    );
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `${id}: misreading recorded; jisseki check out applies it\n`,
    });
    expect(await linesOf(join(cwd, 'out/verdicts.jsonl'))).toMatchObject([
      { findingId: id, verdict: 'misreading', value: '2件', note: '原本', by: null },
    ]);
  });

  it.each([
    [['verdict', 'out', 'nobody', '--as', 'fine'], 'out: no finding has the id nobody'],
    [['verdict', 'out', 'ID', '--as', 'wrong'], '--as: expected sourceError or misreading or fine or unsure'],
    [['verdict', 'out', 'ID'], "required option '--as <sourceError|misreading|fine|unsure>' not specified"],
    [['verdict', 'out', 'ID', '--as', 'fine', '--value', '3'], '--value: expected --as misreading'],
    [['verdict', 'out', '--as', 'fine'], "missing required argument 'findingId'"],
    [['verdict', 'in', 'ID', '--as', 'fine'], 'holds no run'],
  ])('is exit code 2 and one clear line: %j', async (argv, problem) => {
    const { cwd, id } = await extracted();
    const { exitCode, stdout, stderr } = await runCli(
      argv.map((arg) => (arg === 'ID' ? id : arg)),
      cwd,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(problem);
    expect(stderr).toMatch(/^jisseki: [^\n]+\n$/);
  });
});
