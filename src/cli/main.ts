#!/usr/bin/env node
import { tellOldNode } from './old-node.ts';

// what reads reports is loaded only where this Node can run it
if (!tellOldNode(process.versions.node, (line) => process.stderr.write(line)))
  await import('./run-process.ts');
else process.exitCode = 2;
