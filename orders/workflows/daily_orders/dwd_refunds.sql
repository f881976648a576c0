insert overwrite table orders_dw.dwd_refunds partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.ods_refunds
where   dt = '${bizdate}';
