#!/bin/bash
echo "report_gmv ${1}"
