#!/usr/bin/env node
import module from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from '../run/cache/cache-folder.ts';
import { tellOldNode } from './old-node.ts';

// what reads reports is loaded only where this Node can run it, and compiled once for all runs
if (tellOldNode(process.versions.node, (line) => process.stderr.write(line))) process.exitCode = 2;
else {
  const folder = cacheFolder(process.env);
  if (folder !== null) module.enableCompileCache(join(folder, 'code'));
  await import('./run-process.ts');
}
