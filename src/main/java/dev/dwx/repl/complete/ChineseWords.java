package dev.dwx.repl.complete;

import java.util.HashMap;
import java.util.Map;

/** The words of DataWorks' trade in Chinese: the catalog tells of operations in English only, and both are typed. */
final class ChineseWords {
    private static final int LONGEST = 4;
    private static final String ROWS = "实例 instance 任务 task 节点 node 工作流 workflow 业务流程 business 数据源 data_source 项目 project 工作空间 project "
            + "资源组 resource_group 资源 resource 函数 function 组件 component 表 table 字段 column 分区 partition 血缘 lineage 质量 quality 规则 rule "
            + "监控 monitor 告警 alert 报警 alert 基线 baseline 日志 log 权限 permission 成员 member 角色 role 文件 file 文件夹 folder 发布 deploy 部署 deploy "
            + "同步 sync 迁移 migration 导入 import 导出 export 补数据 backfill 重跑 rerun 运行 run 停止 stop 终止 terminate 暂停 suspend 恢复 resume 创建 create "
            + "新建 create 删除 delete 更新 update 修改 update 查询 list 列出 list 获取 get 详情 get 列表 list 移动 move 重命名 rename 解冻 resume 冻结 suspend "
            + "依赖 dependency 上游 upstream 下游 downstream 证书 certificate 网络 network 镜像 image 标签 tag 元数据 meta 目录 catalog 集合 collection "
            + "审批 approval 申请 apply 失败 fail 成功 success 调度 scheduling 流水线 pipeline";

    private ChineseWords() {
    }

    /** The same words, those in English that are known; others as they are. */
    static String inEnglish(String words) {
        boolean chinese = false;
        for (int i = 0; i < words.length(); i++) {
            chinese |= words.charAt(i) > 0x2e80;
        }
        return chinese ? translated(words) : words;
    }

    private static String translated(String words) {
        StringBuilder english = new StringBuilder();
        int at = 0;
        while (at < words.length()) {
            String known = null;
            int length = Math.min(LONGEST, words.length() - at);
            while (length > 0 && known == null) {
                known = Table.WORDS.get(words.substring(at, at + length));
                length -= known == null ? 1 : 0;
            }
            english.append(known == null ? words.substring(at, at + 1) : " " + known + " ");
            at += known == null ? 1 : length;
        }
        return english.toString().strip();
    }

    /** Read when the first Chinese word is typed. */
    private static final class Table {
        static final Map<String, String> WORDS = new HashMap<>();

        static {
            String[] words = ROWS.split(" ");
            for (int i = 0; i < words.length; i += 2) {
                WORDS.put(words[i], words[i + 1].replace('_', ' '));
            }
        }
    }
}
